import { describe, expect, it } from 'vitest'
import { distanceOf, farthest } from './addresses'

describe('the distance of an address', () => {
  it.each([
    ['127.0.0.1', 'loopback'],
    ['127.255.255.254', 'loopback'],
    ['::1', 'loopback'],
    ['::ffff:127.0.0.1', 'loopback'],
    ['10.0.0.1', 'private'],
    ['10.255.255.255', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.1.7', 'private'],
    ['169.254.1.1', 'private'],
    ['::ffff:192.168.1.7', 'private'],
    ['fc00::1', 'private'],
    ['fdff::1', 'private'],
    ['fe80::1', 'private'],
    ['fe80::1%eth0', 'private'],
    ['febf::1', 'private'],
    ['9.255.255.255', 'public'],
    ['11.0.0.1', 'public'],
    ['172.15.255.255', 'public'],
    ['172.32.0.1', 'public'],
    ['192.167.1.1', 'public'],
    ['192.169.1.1', 'public'],
    ['169.253.1.1', 'public'],
    ['100.64.0.1', 'public'],
    ['0.0.0.0', 'public'],
    ['::', 'public'],
    ['::ffff:8.8.8.8', 'public'],
    ['fbff::1', 'public'],
    ['fec0::1', 'public'],
    ['2001:db8::1', 'public'],
  ])('%s is %s', (address, distance) => {
    expect(distanceOf(address)).toBe(distance)
  })
})

describe('the distance of a name', () => {
  it('is that of its farthest address', () => {
    expect(farthest(['127.0.0.1', '::1'])).toBe('loopback')
    expect(farthest(['127.0.0.1', '192.168.1.7'])).toBe('private')
    expect(farthest(['192.168.1.7', '203.0.113.5'])).toBe('public')
    expect(farthest([])).toBe('public')
  })
})
