import { account } from '../../contract/account.js';
import { imageAddress } from '../image-address.js';
import { liveAccount } from '../live-account.js';
import { route, type Route } from '../route.js';

/** The person, beside any organization. */
export const accountRoutes: readonly Route[] = [
  route({
    operation: 'getAccount',
    method: 'GET',
    path: '/account',
    authorization: { who: 'person' },
    summary: 'My own name, picture and address, and whether I have a second factor.',
    live: true,
    output: account,
    handle: async ({ identity: { userId }, logto }) => {
      const { id, name, username, avatar, primaryEmail } = await liveAccount(logto, userId);
      const hasMfa = await logto.hasMfa(userId);
      return { id, name, username, avatar: imageAddress(avatar), email: primaryEmail, hasMfa };
    },
  }),
];
