/** React, React DOM and zustand with nothing around them: what any window of this kind has to load. */
import { createRoot } from 'react-dom/client'
import { create } from 'zustand'

const useCount = create(() => ({ count: 0 }))

function Count() {
  return <output>{useCount(({ count }) => count)}</output>
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<Count />)
