/** Gathers accounts that have changed, so that much work makes few events. */
import type { AccountId } from '../../shared/account'
import { startTimer, type StartTimer } from './timer'

/** Short enough to look immediate. */
const waitMs = 100

export class TouchBatch {
  private readonly waiting = new Set<AccountId>()

  constructor(
    private readonly tell: (account: AccountId) => void,
    private readonly timer: StartTimer = startTimer,
  ) {}

  /** Tells of the account within a tenth of a second, once however often it is added. */
  readonly add = (account: AccountId): void => {
    if (this.waiting.size === 0) this.timer(waitMs, () => this.flush())
    this.waiting.add(account)
  }

  private flush(): void {
    const accounts = [...this.waiting]
    this.waiting.clear()
    for (const account of accounts) this.tell(account)
  }
}
