import * as z from 'zod';

/** The scheduler says only that it is time. */
export const digestInputSchema = z.strictObject({});
