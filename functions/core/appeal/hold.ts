/** How long an approval can be taken back before the letter leaves; the machine's Wait is this long (ADR-0006). */
export const HOLD_SECONDS = 30;
