type Voice = Pick<Console, 'log' | 'warn' | 'error'>;

const nothing = (): void => undefined;
const SILENT: Voice = { log: nothing, warn: nothing, error: nothing };

let underWay = 0;
let own: Voice = SILENT;

/** Runs what reads a document. The library tells the console of numbers that it finds odd: those can be a patient's. */
export async function quietly<T>(run: () => Promise<T>): Promise<T> {
  if (underWay === 0) own = { log: console.log, warn: console.warn, error: console.error };
  underWay += 1;
  Object.assign(console, SILENT);
  try {
    return await run();
  } finally {
    underWay -= 1;
    if (underWay === 0) Object.assign(console, own);
  }
}
