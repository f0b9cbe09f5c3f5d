import type { ReactiveControllerHost } from 'lit';
import type { OrganizationProfile } from '../../contract/organization.js';
import { FormController } from '../../controllers/form-controller.js';
import type { OrgError } from '../../org-error.js';
import {
  changedFields,
  isSame,
  merged,
  toValues,
  valueOf,
  withValue,
  type FieldId,
  type ProfileValues,
} from './profile-values.js';

/** A field that somebody else has saved while the person was changing it. */
export interface FieldConflict {
  readonly field: FieldId;
  readonly mine: unknown;
  readonly theirs: unknown;
  readonly choice?: 'mine' | 'theirs';
}

/**
 * What a person is changing about one organization, and what others have saved in the meantime. Nothing of either is
 * lost: a field that both have changed is a conflict, which the person settles.
 */
export class ProfileDraft {
  readonly form: FormController<ProfileValues>;
  /** Why it was not saved. */
  error: OrgError | undefined;
  /** It is on its way: what comes back is the person's own. */
  isSaving = false;
  readonly #host: ReactiveControllerHost;
  #profile: OrganizationProfile;
  #conflicts: readonly FieldConflict[] = [];
  #news: readonly FieldId[] = [];

  constructor(host: ReactiveControllerHost, profile: OrganizationProfile) {
    this.#host = host;
    this.#profile = profile;
    this.form = new FormController(host, toValues(profile));
  }

  /** What it is based on. */
  get profile(): OrganizationProfile {
    return this.#profile;
  }

  get conflicts(): readonly FieldConflict[] {
    const { values } = this.form;
    return this.#conflicts.map((conflict) => {
      const now = valueOf(values, conflict.field);
      // Typed anew in its field.
      const isAnother = !isSame(now, conflict.mine) && !isSame(now, conflict.theirs);
      return isAnother ? { ...conflict, mine: now, choice: 'mine' } : conflict;
    });
  }

  /** Fields that others alone have changed, while the person was changing others. */
  get news(): readonly FieldId[] {
    return this.#news;
  }

  get isUnsettled(): boolean {
    return this.conflicts.some(({ choice }) => choice === undefined);
  }

  /** There is something to save or to throw away. */
  get isOpen(): boolean {
    return this.form.isDirty || this.#conflicts.length > 0;
  }

  /** Takes what is there now. Returns whether that is news to who is changing something. */
  follow(profile: OrganizationProfile): boolean {
    if (this.isSaving || profile.version === this.#profile.version) return false;
    const before = toValues(this.#profile);
    const theirs = toValues(profile);
    const mine = this.form.values;
    const wasDirty = this.form.isDirty;
    const touched = changedFields(before, mine);
    const news = changedFields(before, theirs);
    const clashes = news.filter(
      (field) => touched.includes(field) && !isSame(valueOf(mine, field), valueOf(theirs, field)),
    );
    this.#profile = profile;
    this.#conflicts = [
      ...this.conflicts.filter(({ field }) => !news.includes(field)),
      ...clashes.map((field) => ({ field, mine: valueOf(mine, field), theirs: valueOf(theirs, field) })),
    ];
    const others = news.filter((field) => !touched.includes(field));
    this.#news = wasDirty ? [...new Set([...this.#news, ...others])] : [];
    this.form.rebase(theirs);
    this.#apply(merged(before, mine, theirs));
    return wasDirty && news.length > 0;
  }

  choose({ field, mine, theirs }: FieldConflict, choice: 'mine' | 'theirs'): void {
    this.#conflicts = this.conflicts.map((one) => (one.field === field ? { ...one, choice } : one));
    this.#apply(withValue(this.form.values, field, choice === 'mine' ? mine : theirs));
  }

  /** It was saved as it was `sent`. What was typed since is still to be saved. */
  settle(sent: ProfileValues, saved: OrganizationProfile): void {
    const values = merged(sent, this.form.values, toValues(saved));
    this.#profile = saved;
    this.reset();
    this.form.rebase(toValues(saved));
    this.#apply(values);
  }

  /** Forgets what was typed, and what others have changed. */
  reset(): void {
    this.#conflicts = [];
    this.#news = [];
    this.error = undefined;
    this.form.reset();
  }

  /** Its organization is no longer looked at, and there is nothing in it to wait for. */
  end(): void {
    this.#host.removeController(this.form);
    this.form.hostDisconnected();
  }

  #apply(values: ProfileValues): void {
    for (const name of Object.keys(values) as (keyof ProfileValues)[]) this.form.set(name, values[name]);
  }
}
