import { Component, type ReactNode } from 'react'
import { useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'

/** Stands in for a screen that threw: says that nothing is lost and opens the window anew. */
export class Mishap extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? <MishapScreen /> : this.props.children
  }
}

function MishapScreen() {
  const { mistake } = useText().app
  return (
    <main className="alone">
      <Notice
        tone="bad"
        role="alert"
        title={mistake.title}
        actions={<Button onClick={() => location.reload()}>{mistake.reload}</Button>}
      >
        {mistake.text}
      </Notice>
    </main>
  )
}
