import type { BotList } from '../../contract/bot.js';

/** What has been chosen in the dialog so far. It outlives the dialog, errors and refetches, until the bot is added. */
export interface BotDraft {
  readonly applicationId: string | undefined;
  readonly roleIds: ReadonlySet<string>;
  /** It was sent without a bot. */
  readonly isIncomplete: boolean;
}

export const emptyDraft: BotDraft = { applicationId: undefined, roleIds: new Set(), isIncomplete: false };

/** The bot that is chosen, as long as it is there to be added. The only one there is need not be chosen. */
export function chosenBot({ available }: BotList, draft: BotDraft): BotList['available'][number] | undefined {
  const [only, ...others] = available;
  if (others.length === 0) return only;
  return available.find(({ id }) => id === draft.applicationId);
}
