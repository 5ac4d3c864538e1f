import { describe, expect, it } from 'vitest'
import { systemCode, systemReason } from './system-error'

describe('the system’s name for an error', () => {
  it('is the detail of what the disk refused, and of nothing that somebody said', () => {
    expect(systemCode({ code: 'backup-not-written', detail: 'ENOSPC' })).toBe('ENOSPC')
    expect(systemCode({ code: 'disk-failed', detail: 'EIO' })).toBe('EIO')
    expect(systemCode({ code: 'backup-not-read' })).toBeUndefined()
    expect(systemCode({ code: 'service-error', detail: 'ENOSPC' })).toBeUndefined()
  })

  it('has a meaning where a person can do something about it', () => {
    expect(systemReason('EDQUOT')).toBe('no-room')
    expect(systemReason('EPERM')).toBe('no-permission')
    expect(systemReason('EMFILE')).toBeUndefined()
  })
})
