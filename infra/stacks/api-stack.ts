import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type CfnStage,
  HttpApi,
  HttpMethod,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import {
  AccountRecovery,
  CfnUserPoolGroup,
  Mfa,
  OAuthScope,
  UserPool,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { DeploymentConfig } from '../config.ts';
import { type FunctionDefaults, ServiceFunction } from '../constructs/service-function.ts';
import type { DataStack } from './data-stack.ts';
import type { IngestStack } from './ingest-stack.ts';
import type { SimulationStack } from './simulation-stack.ts';

export interface ApiStackProps extends StackProps {
  readonly config: DeploymentConfig;
  readonly data: DataStack;
  readonly functions: FunctionDefaults;
  readonly simulation: SimulationStack;
  readonly ingest: IngestStack;
}

export const ROLES = ['biller', 'supervisor', 'manager', 'admin', 'auditor'] as const;

/** Who may come in (Cognito) and what they may do (one HTTP API in front of one function). */
export class ApiStack extends Stack {
  readonly api: ServiceFunction;
  readonly users: UserPool;
  /** The client of the app: its id is in /config.json. */
  readonly appClient: UserPoolClient;
  /** Host name of the HTTP API; the paths of the API begin with /api there too. */
  readonly apiHost: string;

  constructor(scope: Construct, id: string, props: ApiStackProps) {
    super(scope, id, props);
    const { tables, buckets } = props.data;
    const users = this.createUserPool(props.config);
    this.users = users;
    const clients = this.createClients(users, props.config);
    [this.appClient] = clients;

    this.api = new ServiceFunction(this, 'Api', {
      ...props.functions,
      handler: 'api',
      description: 'The HTTP API: one function, one route table',
      // HTTP API gives up after 30 s: the function must have answered, and logged, before.
      timeout: Duration.seconds(29),
      // A packet of 150 MB takes about four times its length while it is bound; and a person waits for the start.
      memoryMb: 1769,
    })
      .bindTable('WORK_TABLE', tables.work, [
        'GetItem',
        'BatchGetItem',
        'Query',
        'PutItem',
        'UpdateItem',
        'ConditionCheckItem',
      ])
      .bindTable('REMITTANCES_TABLE', tables.remittances, ['GetItem', 'BatchGetItem', 'Query', 'PutItem'])
      .bindTable('SETTINGS_TABLE', tables.settings, ['GetItem', 'Query', 'PutItem', 'ConditionCheckItem'])
      .bindTable('ACCESS_TABLE', tables.access, ['PutItem', 'Query'])
      .bindTable('VIEWS_TABLE', tables.views, ['GetItem', 'Query'])
      .bindBucket('PACKETS_BUCKET', buckets.packets, ['GetObject', 'GetObjectVersion', 'PutObject'])
      .bindBucket('HANDOVER_BUCKET', buckets.handover, ['GetObject', 'GetObjectVersion'])
      .bindBucket('AUDIT_BUCKET', buckets.audit, ['GetObject', 'GetObjectVersion'], 'roots/*')
      .bindBucket('DOCUMENTS_BUCKET', buckets.documents, ['GetObject', 'GetObjectVersion', 'PutObject'])
      // A form that puts a file where ingest finds it; it reads nothing there.
      .bindBucket('INBOX_BUCKET', buckets.inbox, ['PutObject'], 'uploads/*')
      // Snapshots of published settings; what payers sent is out of its reach.
      .bindBucket('ARCHIVE_BUCKET', buckets.archive, ['PutObject'], 'settings/*')
      .bindBucket('ARCHIVE_BUCKET', buckets.archive, ['GetObject', 'PutObject'], 'simulations/*')
      .bindQueue('SIMULATION_QUEUE_URL', props.simulation.queue)
      // It asks for a file to be loaded again; the file itself is out of its reach.
      .bindQueue('INGEST_QUEUE_URL', props.ingest.queue);
    // Without it, S3 answers "forbidden" for a simulation, or an upload, that is not there.
    this.api.allow(['s3:ListBucket'], [buckets.archive.bucketArn, buckets.documents.bucketArn]);
    this.api.lambda.addEnvironment('USER_POOL_ID', users.userPoolId);
    this.api.allow(
      [
        'cognito-idp:ListUsers',
        'cognito-idp:AdminListGroupsForUser',
        'cognito-idp:AdminAddUserToGroup',
        'cognito-idp:AdminRemoveUserFromGroup',
      ],
      [users.userPoolArn],
    );

    const httpApi = new HttpApi(this, 'HttpApi', {
      description: 'Overturn',
      createDefaultStage: false,
      // No CORS: the browser reaches the API under /api of the app's own origin.
    });
    httpApi.addRoutes({
      path: '/api/{proxy+}',
      methods: [HttpMethod.ANY],
      integration: new HttpLambdaIntegration('ApiIntegration', this.api.lambda),
      authorizer: new HttpJwtAuthorizer(
        'SignedIn',
        // As a string: the pool's ProviderURL attribute cannot be read on the emulator.
        `https://cognito-idp.${this.region}.amazonaws.com/${users.userPoolId}`,
        { jwtAudience: clients.map(({ userPoolClientId }) => userPoolClientId) },
      ),
    });
    this.createStage(httpApi, props);
    this.apiHost = `${httpApi.apiId}.execute-api.${this.region}.amazonaws.com`;

    new CfnOutput(this, 'apiId', { value: httpApi.apiId });
    new CfnOutput(this, 'apiUrl', { value: httpApi.apiEndpoint });
    new CfnOutput(this, 'userPoolId', { value: users.userPoolId });
    new CfnOutput(this, 'apiLogs', { value: this.api.logGroup.logGroupName });
  }

  private createUserPool(config: DeploymentConfig): UserPool {
    const users = new UserPool(this, 'Users', {
      selfSignUpEnabled: false,
      signInAliases: { username: true, email: true },
      passwordPolicy: {
        minLength: 14,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      mfa: config.mfaRequired ? Mfa.REQUIRED : Mfa.OFF,
      // Authenticator apps only: text messages can be taken over with the telephone number.
      ...(config.mfaRequired ? { mfaSecondFactor: { otp: true, sms: false } } : {}),
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      deletionProtection: config.keepData,
      removalPolicy: config.keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    for (const role of ROLES) {
      new CfnUserPoolGroup(this, `Group-${role}`, { userPoolId: users.userPoolId, groupName: role });
    }
    return users;
  }

  /** Whose tokens the API takes: the app's client first. */
  private createClients(
    users: UserPool,
    { signIn }: DeploymentConfig,
  ): readonly [UserPoolClient, ...UserPoolClient[]] {
    const session = {
      generateSecret: false,
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      // A token that leaks is worth a quarter of an hour; a working day needs no second sign-in.
      accessTokenValidity: Duration.minutes(15),
      idTokenValidity: Duration.minutes(15),
      refreshTokenValidity: Duration.hours(10),
    };
    const pages = users.addDomain('SignInPages', { cognitoDomain: { domainPrefix: signIn.domainPrefix } });
    const app = users.addClient('Client', {
      ...session,
      // None but the pages: without this Cognito also lets anybody try passwords at its API (SRP, custom).
      authFlows: { userSrp: false },
      // A public client: without a secret, Cognito demands the code verifier (PKCE).
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE],
        callbackUrls: [...signIn.callbackUrls],
        logoutUrls: [...signIn.logoutUrls],
      },
    });
    new CfnOutput(this, 'signInPages', { value: pages.baseUrl() });
    new CfnOutput(this, 'clientId', { value: app.userPoolClientId });
    if (!signIn.passwordsAtApi) return [app];
    const shell = users.addClient('PasswordClient', {
      ...session,
      authFlows: { userPassword: true },
      disableOAuth: true,
    });
    new CfnOutput(this, 'passwordClientId', { value: shell.userPoolClientId });
    return [app, shell];
  }

  private createStage(httpApi: HttpApi, { data, functions }: ApiStackProps): void {
    const accessLogs = new LogGroup(this, 'AccessLogs', {
      encryptionKey: data.workKey,
      retention: functions.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const stage = new HttpStage(this, 'Stage', {
      httpApi,
      stageName: '$default',
      autoDeploy: true,
      // An office of 50 billers makes some 20 calls a second at its busiest; far above that is a fault or an attack.
      throttle: { rateLimit: 50, burstLimit: 100 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLogs),
        // No path and no query: anything may have been typed there. The function logs the operation and the id.
        format: AccessLogFormat.custom(
          JSON.stringify({
            requestId: '$context.requestId',
            at: '$context.requestTime',
            method: '$context.httpMethod',
            status: '$context.status',
            latencyMs: '$context.responseLatency',
            bytes: '$context.responseLength',
            error: '$context.error.responseType',
          }),
        ),
      },
    });
    new CfnOutput(this, 'stageName', { value: (stage.node.defaultChild as CfnStage).stageName });
    new CfnOutput(this, 'accessLogs', { value: accessLogs.logGroupName });
  }
}
