import type { BookNotice } from '../../shared/contract'
import type { Loaded } from '../accounts/durable-file'

/** What a window is told of how a file was found at the start. */
export function noticeOf(loaded: Loaded<unknown>): BookNotice {
  switch (loaded.kind) {
    case 'fine':
    case 'newer':
      return { kind: loaded.kind }
    case 'restored':
    case 'damaged':
      return { kind: loaded.kind, setAside: loaded.setAside }
  }
}
