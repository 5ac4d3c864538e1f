import { useRef, useState } from 'react'
import type { NoticeView } from '../../../shared/flow'
import { Notice } from '../../ui/notice'
import { useInSight } from './use-in-sight'

/** What a step has to tell besides its text, such as that a mail was sent. */
export function StepNotices({ notices }: { notices: readonly NoticeView[] }) {
  const area = useRef<HTMLDivElement>(null)
  const words = notices.map(({ text }) => text).join('\n')
  // What stands there as the step opens, at its top, is no news.
  const [first] = useState(words)
  useInSight(area, words === first ? undefined : words)
  if (notices.length === 0) return null
  return (
    <div ref={area} className="step-notices step-told">
      {notices.map((notice) => (
        <Notice key={notice.text} tone={notice.tone} role="status">
          {notice.text}
        </Notice>
      ))}
    </div>
  )
}
