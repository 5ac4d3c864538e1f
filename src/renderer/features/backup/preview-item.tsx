/** One thing of a preview in words. */
import type { BackupItem, DescriptionChange } from '../../../shared/backup'
import { findService } from '../../stores/places'
import { useFormats, useSnapshot, useText } from '../../stores/context'

/** What it is about, and where that is. */
export function useItemName(item: BackupItem): { name: string; place: string } {
  const services = useSnapshot((snapshot) => snapshot.services)
  const service = findService(services, item.adapter)?.name ?? item.adapter
  const host = URL.canParse(item.baseUrl) ? new URL(item.baseUrl).host : item.baseUrl
  switch (item.kind) {
    case 'site':
      return { name: item.name, place: `${service} · ${item.baseUrl}` }
    case 'settings':
      return { name: service, place: host }
    case 'account':
    case 'description':
    case 'token':
    case 'password': {
      const { label, email } = item
      const place = `${service} · ${host}`
      return { name: label, place: label === email ? place : `${email} · ${place}` }
    }
  }
}

/** What becomes different. */
export function ItemChange({ item }: { item: BackupItem }) {
  const text = useText()
  const words = text.backup.preview
  const formats = useFormats()
  const end = (at: number | undefined): string =>
    at === undefined ? words.endUnknown : words.ends(formats.date(at))
  switch (item.kind) {
    case 'site':
      return item.plainHttp ? <strong>{words.plainHttp}</strong> : words.site
    case 'settings':
      return item.changes.map(({ label, here, there }) => (
        <Change key={label} label={label} here={here} there={there} />
      ))
    case 'account':
      return text.prose.clauses([
        words.adds(item.token, item.password),
        ...(item.tags.length > 0 ? [words.tagged(item.tags)] : []),
        ...(item.hidden ? [words.comesHidden] : []),
        ...(item.active ? [words.comesActive] : []),
      ])
    case 'description':
      return item.changes.map((change) => <Described key={change.field} change={change} />)
    case 'token':
      if (!item.replaces) return text.prose.clauses([words.tokenAdded, end(item.ends.there)])
      return (
        <Change
          label={words.tokenReplaced}
          here={end(item.ends.here)}
          there={end(item.ends.there)}
        />
      )
    case 'password':
      return item.replaces ? words.tokenReplaced : words.tokenAdded
  }
}

function Described({ change }: { change: DescriptionChange }) {
  const text = useText()
  const words = text.backup.preview
  const label = words.fields[change.field]
  switch (change.field) {
    case 'label':
      return <Change label={label} here={change.here} there={change.there} />
    case 'colour': {
      const { here, there } = change
      const named = (colour: typeof here) => (colour === undefined ? '' : text.colours[colour])
      return <Change label={label} here={named(here)} there={named(there)} />
    }
    case 'tags':
      return (
        <Change
          label={label}
          here={text.prose.list(change.here)}
          there={text.prose.list(change.there)}
        />
      )
    case 'hidden': {
      const { here, there } = change
      return <Change label={label} here={words.hidden(here)} there={words.hidden(there)} />
    }
  }
}

/** What stands here, and what would stand in its place. */
function Change({ label, here, there }: { label: string; here: string; there: string }) {
  const { backup, prose } = useText()
  const words = backup.preview
  return (
    <span className="backup-change">
      <span className="soft">{prose.label(label)} </span>
      {words.change(here === '' ? words.none : here, there === '' ? words.none : there)}
    </span>
  )
}
