import { measure, readInChunks } from '../measure.ts';

await measure((path) => {
  readInChunks(path, () => {});
  return {};
});
