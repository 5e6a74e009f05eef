// One installation at a time: npm ci empties node_modules first, so that two at once leave nothing that works.
// Plain JavaScript without dependencies, because it runs before there are any, on any Node from 20.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { dirname } from 'node:path';

const LOOK_AGAIN_MS = 200;

/**
 * Waits until no other process holds the lock, and holds it until this one ends or lets go. A lock whose process is
 * gone is taken over.
 *
 * @param {string} file holds the id of the process; where it is, npm deletes nothing
 * @param {(pid: number) => void} waiting told once, where another one holds it
 * @returns {Promise<() => void>} lets go
 */
export async function holdInstallLock(file, waiting) {
  mkdirSync(dirname(file), { recursive: true });
  const own = `${file}.${process.pid}`;
  let hasTold = false;
  while (!taken(file, own)) {
    const holder = holderOf(file);
    if (holder === null || takenOver(file, own, holder)) continue;
    if (!hasTold) waiting(holder);
    hasTold = true;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  const letGo = () => {
    process.off('exit', letGo);
    rmSync(file, { force: true });
  };
  process.once('exit', letGo);
  return letGo;
}

/** A link appears with what is in it: nobody reads a lock that is half written. */
function taken(file, own) {
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Null where nobody holds it any more. */
function holderOf(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Whether a lock of nobody was moved away. Moving is done by one alone; who moved another one's puts it back. */
function takenOver(file, own, holder) {
  if (isHeld(file, holder)) return false;
  try {
    renameSync(file, own);
  } catch (error) {
    if (error.code === 'ENOENT') return true;
    throw error;
  }
  if (Number(readFileSync(own, 'utf8')) !== holder) linkSync(own, file);
  rmSync(own, { force: true });
  return true;
}

/** By a process that lives, and since this machine was started: ids of processes come again. */
function isHeld(file, holder) {
  try {
    if (statSync(file).mtimeMs < Date.now() - uptime() * 1000) return false;
    process.kill(holder, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
