/** Why a channel takes nothing until a person has done something about it. Nothing was sent. */
export type DeliveryRefusal =
  /** The server is not the one that was settled. */
  | 'host_key_differs'
  /** The server does not know the user, or the key. */
  | 'login_refused'
  /** The deployment keeps no secret of this name, or none that can be read. */
  | 'credential_missing'
  /** The folder is not there, or nothing may be put there. */
  | 'folder_refused'
  /** Under the packet's name lies something else. */
  | 'name_taken';

const IN_WORDS: Readonly<Record<DeliveryRefusal, string>> = {
  host_key_differs:
    'the server showed another host key than the one that was settled. Ask its operator, and have the payer’s settings changed',
  login_refused: 'the server refused our user or key. Have them checked',
  credential_missing: 'no key or password is kept under the name in the payer’s settings. Have it put there',
  folder_refused: 'the server takes nothing in the folder of the payer’s settings. Have it checked',
  name_taken: 'the server holds another file under this packet’s name. Ask its operator',
};

/** What happened and what to do about it, to go on in a sentence. */
export function sayRefusal(because: DeliveryRefusal): string {
  return IN_WORDS[because];
}
