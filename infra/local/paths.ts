import { join } from 'node:path';
import { REPOSITORY } from '../bundle-handlers.ts';

/** Everything the local tools write is in here; deleting it is always safe. */
export const LOCAL_FOLDER = join(REPOSITORY, '.local');
export const VENV = join(LOCAL_FOLDER, 'venv');
export const SYSTEM_FILE = join(LOCAL_FOLDER, 'system.json');
export { REPOSITORY };
