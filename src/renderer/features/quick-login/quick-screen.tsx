import type { ReactNode } from 'react'
import { useText } from '../../stores/context'
import { QuickFailed } from './quick-failed'
import { QuickFoot } from './quick-foot'
import { QuickHead, type QuickHeadProps } from './quick-head'
import type { QuickLogin } from './use-quick-login'

export interface QuickScreenProps extends Omit<QuickHeadProps, 'onBack'> {
  readonly quick: QuickLogin
  readonly children: ReactNode
}

/** A screen about one account or attempt, between its head and the keys that work there. */
export function QuickScreen({ quick, children, ...whose }: QuickScreenProps) {
  const text = useText().quickLogin
  return (
    <div className="quick-screen">
      <QuickHead {...whose} onBack={quick.back} />
      <div className="finder-notice">
        <QuickFailed quick={quick} />
      </div>
      {children}
      <QuickFoot hints={[['quickBack', text.keys.back]]} />
    </div>
  )
}
