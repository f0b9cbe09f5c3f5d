import type { InviteInput, InviteResult } from '../../contract/invitation.js';
import type { BatchController } from '../../controllers/batch-controller.js';
import type { OrgError, OrgErrorCode } from '../../org-error.js';
import { invite } from '../../store/changes/sent-invitations.js';
import type { OrgStore } from '../../store/org-store.js';

/** As many as the backend makes at a time, so that progress is what has happened. */
const CHUNK = 5;

/** After these the next call may work; after any other it would fail in the same way. */
const passing: readonly OrgErrorCode[] = ['unavailable', 'internal', 'timeout'];

export type Invitations = InviteInput['invitations'];

interface Outcome {
  readonly items: InviteResult['items'];
  /** Addresses whose call failed, with the reason. */
  readonly failed: readonly { readonly emails: readonly string[]; readonly error: OrgError }[];
  /** What ended it early. */
  readonly error: OrgError | undefined;
}

/**
 * Sends many invitations, a few with each call: one call that fails costs no others. What a call without an answer has
 * left behind is for the backend to find, when the same address is sent again.
 */
export async function sendInvitations(
  store: OrgStore,
  organizationId: string,
  input: InviteInput,
  batch: BatchController<Invitations>,
): Promise<Outcome> {
  const items: InviteResult['items'] = [];
  let fatal: OrgError | undefined;
  const results = await store.together((run) =>
    batch.run(chunks(input.invitations), async (invitations) => {
      if (fatal) throw fatal;
      const answer = await run(invite(organizationId, { ...input, invitations })).catch((error: OrgError) => {
        if (!passing.includes(error.code)) fatal = error;
        throw error;
      });
      fatal = undefined;
      items.push(...answer.items);
    }),
  );
  const failed = (results ?? []).flatMap(({ item, error }) =>
    error ? [{ emails: item.map(({ email }) => email), error }] : [],
  );
  return { items, failed, error: fatal };
}

function chunks(invitations: Invitations): Invitations[] {
  const count = Math.ceil(invitations.length / CHUNK);
  return Array.from({ length: count }, (_, index) => invitations.slice(index * CHUNK, (index + 1) * CHUNK));
}
