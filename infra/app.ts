import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { BUILT_APP, buildApp } from './build-app.ts';
import { bundleHandlers } from './bundle-handlers.ts';
import { deploymentConfigOf } from './config.ts';
import { createStacks } from './create-stacks.ts';

/** `cdk deploy --all` for AWS; the local tools pass `-c stage=local`. Both get the same stacks. */
const app = new App();
const config = deploymentConfigOf(
  { ...app.node.getAllContext() },
  { account: process.env.CDK_DEFAULT_ACCOUNT, region: process.env.CDK_DEFAULT_REGION },
);
const bundlesFolder = join(app.outdir, 'bundles');
bundleHandlers(bundlesFolder);
if (config.web !== null) await buildApp();
createStacks(app, config, bundlesFolder, BUILT_APP);
