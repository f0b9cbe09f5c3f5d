/** Where leases are kept that several processes share. Every method may reject: then nothing is known. */
export interface LeaseStore {
  /**
   * Takes the lease when nobody has it.
   *
   * @returns 0 when it was taken, else milliseconds until it may be free
   */
  acquire(key: string, owner: string, milliseconds: number): Promise<number>;
  /** Makes it last `milliseconds` from now. False when it is not the owner's any more. */
  renew(key: string, owner: string, milliseconds: number): Promise<boolean>;
  /** Gives it back; does nothing when it is not the owner's any more. */
  release(key: string, owner: string): Promise<void>;
}
