import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import type { TestProject } from 'vitest/node';
import { bundleHandlers, REPOSITORY } from '../../../infra/bundle-handlers.ts';
import { deploymentConfigOf } from '../../../infra/config.ts';
import { createStacks } from '../../../infra/create-stacks.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /**
     * Folders of the synthesised stacks as they go to AWS and to the emulator; `web`: of the one that serves the app on
     * AWS, in which CDK's own function copies files.
     */
    synthesised: { readonly aws: string; readonly local: string; readonly web: string };
  }
}

/** Synthesises the app once for both places, before the first test of a project. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'overturn-synth-'));
  const bundles = join(folder, 'bundles');
  bundleHandlers(bundles);
  const builtApp = join(folder, 'app');
  mkdirSync(builtApp);
  writeFileSync(join(builtApp, 'index.html'), '<!doctype html>');
  const { context }: { context: Record<string, unknown> } = JSON.parse(
    readFileSync(join(REPOSITORY, 'cdk.json'), 'utf8'),
  );
  const synthesise = (stage: 'aws' | 'local'): string => {
    // Whatever may be configured is there on AWS; nothing beyond what must be is there locally.
    const given = {
      ...context,
      stage,
      alarmEmail: 'on-call@overturn.example',
      ...(stage === 'aws' && {
        digestSender: 'digest@overturn.example',
        appUrl: 'https://denials.overturn.example',
        certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/0a',
      }),
    };
    const app = new App({ outdir: join(folder, stage), context: given });
    const environment = { account: '111122223333', region: 'us-east-1' };
    createStacks(app, deploymentConfigOf(given, environment), bundles, builtApp);
    return app.synth().directory;
  };
  const aws = synthesise('aws');
  const web = join(folder, 'web');
  mkdirSync(web);
  renameSync(join(aws, 'OverturnWeb.template.json'), join(web, 'OverturnWeb.template.json'));
  project.provide('synthesised', { aws, web, local: synthesise('local') });
  return () => rmSync(folder, { recursive: true, force: true });
}

export interface Resource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: CloudFormation properties are whatever their type says.
  readonly Properties: any;
  readonly DeletionPolicy?: string;
  readonly DependsOn?: readonly string[];
}

/** Every resource of all stacks in a folder, by stack and logical id. */
export function resourcesOf(
  folder: string,
  type?: string,
): readonly (Resource & { readonly id: string; readonly stack: string })[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.template.json'))
    .flatMap((name) => {
      const template: { Resources: Record<string, Resource> } = JSON.parse(
        readFileSync(join(folder, name), 'utf8'),
      );
      return Object.entries(template.Resources).map(([id, resource]) => ({
        ...resource,
        Properties: resource.Properties ?? {},
        id,
        stack: name.replace('.template.json', ''),
      }));
    })
    .filter((resource) => type === undefined || resource.Type === type);
}

export interface Statement {
  readonly role: string;
  readonly effect: string;
  readonly actions: readonly string[];
  readonly resources: readonly unknown[];
}

/** Every statement of every inline policy, with the role it is given to. */
export function statementsOf(folder: string): readonly Statement[] {
  return resourcesOf(folder, 'AWS::IAM::Policy').flatMap(({ Properties }) =>
    Properties.PolicyDocument.Statement.map((statement: Record<string, unknown>) => ({
      role: Properties.Roles[0].Ref,
      effect: statement.Effect,
      actions: [statement.Action].flat(),
      resources: [statement.Resource].flat(),
    })),
  );
}
