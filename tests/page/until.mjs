import { setTimeout as pause } from 'node:timers/promises';

/** How long something may take to come, and how long it is between two looks, in milliseconds. */
const LONGEST = 30_000;
const LOOK = 20;

/** What `holds` gives as soon as that is something; after half a minute an error that says why not. */
export async function until(holds, why) {
  for (const start = Date.now(); Date.now() - start < LONGEST; await pause(LOOK)) {
    const found = await holds();
    if (found) return found;
  }
  throw new Error(`Waited in vain: ${why}`);
}
