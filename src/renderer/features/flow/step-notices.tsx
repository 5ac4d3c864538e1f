import type { NoticeView } from '../../../shared/flow'
import { Notice } from '../../ui/notice'

/** What a step has to tell besides its text, such as that a mail was sent. */
export function StepNotices({ notices }: { notices: readonly NoticeView[] }) {
  if (notices.length === 0) return null
  return (
    <div className="step-notices">
      {notices.map((notice) => (
        <Notice key={notice.text} tone={notice.tone} role="status">
          {notice.text}
        </Notice>
      ))}
    </div>
  )
}
