import type { BackupDesk } from '../../src/main/backup/desk'

/** A person who names the same file whenever they are asked, or none. */
export class FakeBackupDesk implements BackupDesk {
  readonly shown: string[] = []
  /** What was proposed as a name, the latest last. */
  readonly proposed: string[] = []

  constructor(public path?: string) {}

  whereTo(_windowId: number, name: string): Promise<string | undefined> {
    this.proposed.push(name)
    return Promise.resolve(this.path)
  }

  which(): Promise<string | undefined> {
    return Promise.resolve(this.path)
  }

  show(path: string): void {
    this.shown.push(path)
  }
}
