import { type App, Tags } from 'aws-cdk-lib';
import { CLOUDFRONT_REGION, type DeploymentConfig } from './config.ts';
import { ApiStack } from './stacks/api-stack.ts';
import { DataStack } from './stacks/data-stack.ts';
import { DigestStack } from './stacks/digest-stack.ts';
import { IngestStack } from './stacks/ingest-stack.ts';
import { IntakeStack } from './stacks/intake-stack.ts';
import { OpsStack } from './stacks/ops-stack.ts';
import { SimulationStack } from './stacks/simulation-stack.ts';
import { ViewsStack } from './stacks/views-stack.ts';
import { WebStack } from './stacks/web-stack.ts';
import { WorkflowStack } from './stacks/workflow-stack.ts';

/**
 * The stacks of one deployment, from what must outlive it (data) to what watches it (ops).
 *
 * @param bundlesFolder of the functions
 * @param builtApp folder of the billers' app; read only where the configuration has it served
 */
export function createStacks(app: App, config: DeploymentConfig, bundlesFolder: string, builtApp: string) {
  const env = { account: config.account, region: config.region };
  const data = new DataStack(app, 'OverturnData', { env, config, terminationProtection: config.keepData });
  const functions = { bundlesFolder, logKey: data.workKey, logRetentionDays: config.logRetentionDays };
  const ingest = new IngestStack(app, 'OverturnIngest', { env, data, functions });
  const intake = new IntakeStack(app, 'OverturnIntake', { env, data, functions });
  const workflow = new WorkflowStack(app, 'OverturnWorkflow', { env, config, data, functions });
  const simulation = new SimulationStack(app, 'OverturnSimulation', { env, data, functions });
  const api = new ApiStack(app, 'OverturnApi', { env, config, data, functions, simulation, ingest });
  const views = new ViewsStack(app, 'OverturnViews', { env, data, functions });
  const web =
    config.web === null
      ? null
      : new WebStack(app, 'OverturnWeb', {
          env: { account: config.account, region: CLOUDFRONT_REGION },
          crossRegionReferences: true,
          config,
          web: config.web,
          data,
          api,
          builtApp,
        });
  const digest =
    config.digest === null
      ? null
      : new DigestStack(app, 'OverturnDigest', {
          env,
          digest: config.digest,
          data,
          functions,
          users: api.users,
        });
  const ops = new OpsStack(app, 'OverturnOps', {
    env,
    config,
    data,
    ingest,
    intake,
    workflow,
    simulation,
    views,
    digest,
  });
  Tags.of(app).add('application', 'overturn');
  return { data, ingest, intake, workflow, simulation, views, api, web, digest, ops };
}
