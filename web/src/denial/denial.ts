import type { useDenial } from '../api/queries.ts';

/** A denial as the API answers it. */
export type Denial = NonNullable<ReturnType<typeof useDenial>['data']>;
