import { type DynamoDBDocumentClient, GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { canonicalJson } from '../../core/audit/event.ts';
import { composeRulebook } from '../../core/rulebook/compose.ts';
import type { DataProblem } from '../../core/rulebook/problem.ts';
import type { OrganisationSettings } from '../../ports/settings.ts';
import { bundledRulebookData } from '../rulebook-bundled.ts';
import {
  CURRENT_KEY,
  checkOrganisation,
  settingsIn,
  settingsItem,
  versionKey,
  versionOf,
} from './settings.ts';

export type Publication =
  | { readonly kind: 'published'; readonly version: number }
  | { readonly kind: 'unchanged'; readonly version: number }
  | { readonly kind: 'refused'; readonly problems: readonly DataProblem[] };

/**
 * Puts settings in force as the next version when an organisation is set up, with a snapshot that is never changed.
 * Refused settings change nothing: what was in force stays so. Later changes take two people (`publishSettings`).
 *
 * @throws when somebody else published meanwhile: read again and decide anew
 */
export async function publishOrganisation(
  client: DynamoDBDocumentClient,
  table: string,
  value: unknown,
): Promise<Publication> {
  const checked = checkOrganisation(value);
  if (checked.kind === 'wrong') return { kind: 'refused', problems: checked.problems };
  const { settings } = checked;
  const problems = layerProblems(settings);
  if (problems.length > 0) return { kind: 'refused', problems };

  const { Item } = await client.send(new GetCommand({ TableName: table, Key: CURRENT_KEY }));
  const version = versionOf(Item);
  if (Item !== undefined && canonicalJson(settingsIn(Item)) === canonicalJson(settings))
    return { kind: 'unchanged', version };
  const next = version + 1;
  await client.send(
    new TransactWriteCommand({
      TransactItems: [
        {
          Put: {
            TableName: table,
            Item: { ...versionKey(next), version: next, ...settingsItem(settings) },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
        { Put: { TableName: table, Item: { ...CURRENT_KEY, version: next, ...settingsItem(settings) } } },
      ],
    }),
  );
  return { kind: 'published', version: next };
}

function layerProblems({ ruleLayer }: OrganisationSettings): readonly DataProblem[] {
  if (ruleLayer === undefined) return [];
  const composed = composeRulebook(bundledRulebookData(), ruleLayer);
  return composed.kind === 'composed'
    ? []
    : composed.problems.map((problem) => ({ ...problem, path: ['ruleLayer', ...problem.path] }));
}
