import { generateId } from './ids.js';
import { LogtoError } from './logto-error.js';
import type { Json, JsonObject, Mail } from './rows.js';
import type { Tenant } from './tenant.js';

/** Logto's limit, which a tenant cannot change. */
const MAX_SENDS_PER_RECIPIENT = 10;
const WINDOW_MS = 600_000;

/** The mail connector: keeps what it would have sent. */
export class Outbox {
  readonly #tenant: Tenant;

  constructor(tenant: Tenant) {
    this.#tenant = tenant;
  }

  /** Sent mails, newest first. */
  list(): readonly Mail[] {
    return [...this.#tenant.tables.mails.all()].reverse();
  }

  /** @throws LogtoError 501 without a connector, 429 over the recipient's limit, 400 when the connector fails. */
  send(to: string, type: string, payload: JsonObject): Mail {
    const { connector } = this.#tenant.settings;
    if (connector === 'none') throw new LogtoError('connector.not_found', 501, { type: 'Email' });
    this.#guardRate(to);
    if (connector === 'failing') {
      throw new LogtoError('connector.general', 400, { errorDescription: 'the mail server refused' });
    }
    const link = typeof payload['link'] === 'string' ? payload['link'] : null;
    const { subject, text } = render(payload, link);
    const sentAt = this.#tenant.now();
    return this.#tenant.tables.mails.insert({
      id: generateId(),
      to,
      type,
      subject,
      text,
      link,
      payload,
      sentAt,
    });
  }

  #guardRate(to: string): void {
    const since = this.#tenant.now() - WINDOW_MS;
    const recent = this.#tenant.tables.mails
      .where('lowerRecipient', to.trim().toLowerCase())
      .filter(({ sentAt }) => sentAt > since);
    if (recent.length >= MAX_SENDS_PER_RECIPIENT) throw new LogtoError('request.message_rate_limited', 429);
  }
}

/** The template of the sandbox's connector. Names come from people: whoever shows this must escape it. */
const render = (payload: JsonObject, link: string | null): { subject: string; text: string } => {
  const organization = textAt(payload['organization'], 'name') ?? 'an organization';
  const inviter = textAt(payload['inviter'], 'name') ?? textAt(payload['inviter'], 'primaryEmail');
  const subject = `Join ${organization}`;
  const opening = inviter
    ? `${inviter} invites you to join ${organization}.`
    : `You are invited to join ${organization}.`;
  return { subject, text: link ? `${opening}\n\n${link}` : opening };
};

const textAt = (value: Json | undefined, key: string): string | undefined => {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const text = (value as JsonObject)[key];
  return typeof text === 'string' && text !== '' ? text : undefined;
};
