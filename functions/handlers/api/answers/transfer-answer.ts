import * as z from 'zod';
import { named } from '../components.ts';

/** What a browser posts, as multipart/form-data, with the file behind the fields. */
export const uploadFormAnswer = named(
  'UploadForm',
  z.strictObject({
    url: z.string(),
    fields: z
      .record(z.string(), z.string())
      .describe('Each as a field of the form, before the file, which is the last and named `file`'),
    expiresAt: z.iso.datetime().describe('After it the bucket refuses the form'),
  }),
);

export const downloadLinkAnswer = named(
  'DownloadLink',
  z.strictObject({ url: z.string(), expiresAt: z.iso.datetime() }),
);
