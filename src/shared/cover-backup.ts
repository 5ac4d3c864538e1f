/** Backups as they are shown while the person hides addresses; cover.ts does the same for accounts. */
import type {
  BackupExport,
  BackupImport,
  BackupItem,
  BackupPreview,
  DescriptionChange,
  Troubles,
} from './backup'
import { maskAddresses } from './mask-address'

export function coverExport(view: BackupExport): BackupExport {
  switch (view.kind) {
    case 'unreadable':
      return { ...view, troubles: coverTroubles(view.troubles) }
    case 'done':
      return { ...view, file: maskAddresses(view.file) }
    case 'idle':
    case 'reading':
    case 'writing':
    case 'failed':
      return view
  }
}

export function coverImport(view: BackupImport): BackupImport {
  if (view.kind === 'idle') return view
  const told = { ...view, file: maskAddresses(view.file) }
  return told.kind === 'done' ? { ...told, troubles: coverTroubles(told.troubles) } : told
}

/** A preview without a whole address in anything that is shown of it; the ids of its items stay. */
export function coverPreview({ items, leftOut, ...rest }: BackupPreview): BackupPreview {
  return {
    ...rest,
    items: items.map(coverItem),
    leftOut: {
      count: leftOut.count,
      named: leftOut.named.map((one) => ({ ...one, name: coverName(one.name) })),
    },
  }
}

function coverItem(item: BackupItem): BackupItem {
  switch (item.kind) {
    case 'site':
      return { ...item, name: maskAddresses(item.name) }
    case 'settings':
      return {
        ...item,
        changes: item.changes.map(({ label, here, there }) => ({
          label,
          here: maskAddresses(here),
          there: maskAddresses(there),
        })),
      }
    case 'description': {
      const changes = item.changes.map((change) => coverChange(change, item.email))
      return { ...item, ...coverAccount(item), changes }
    }
    case 'account':
    case 'token':
    case 'password':
      return { ...item, ...coverAccount(item) }
  }
}

function coverAccount({ label, email }: { label: string; email: string }) {
  return { email: coverName(email), label: maskAddresses(label, email) }
}

function coverChange(change: DescriptionChange, email: string): DescriptionChange {
  const cover = (text: string): string => maskAddresses(text, email)
  switch (change.field) {
    case 'label':
      return { ...change, here: cover(change.here), there: cover(change.there) }
    case 'tags':
      return { ...change, here: change.here.map(cover), there: change.there.map(cover) }
    case 'colour':
    case 'hidden':
      return change
  }
}

function coverTroubles({ count, named }: Troubles): Troubles {
  return { count, named: named.map((one) => ({ ...one, label: coverName(one.label) })) }
}

/** What is an address as a whole is masked as one, however oddly it is written. */
function coverName(name: string): string {
  return maskAddresses(name, name)
}
