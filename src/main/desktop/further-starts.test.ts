import { expect, it } from 'vitest'
import { FurtherStarts } from './further-starts'

it('further starts wait until somebody hears them, and again when the program ends', () => {
  const starts = new FurtherStarts()
  const heard: (readonly string[])[] = []
  starts.startedAgain(['early'])
  starts.heardBy((argv) => heard.push(argv))
  starts.startedAgain(['in time'])
  expect(heard).toEqual([['early'], ['in time']])
  starts.leave()
  expect(starts.unheard).toBeUndefined()
  starts.startedAgain(['late'])
  starts.startedAgain(['latest'])
  expect(heard).toHaveLength(2)
  expect(starts.unheard).toEqual(['latest'])
})
