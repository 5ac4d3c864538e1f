/**
 * Throws a TypeError that names the first part of `value` which JSON cannot carry as it is. Undefined
 * may stand for an argument, a result or a left-out property. The function is also sent into pages as text, so it uses nothing but the language.
 */
export function jsonOnly(value: unknown, path: string): void {
  const seen = new Set<object>()
  const check = (part: unknown, where: string): void => {
    const refuse = (what: string): never => {
      throw new TypeError(
        `An object could not be cloned: ${where} is ${what}, which JSON cannot carry.`,
      )
    }
    if (part === null || typeof part === 'string' || typeof part === 'boolean') return
    if (typeof part === 'number') {
      if (!Number.isFinite(part)) refuse(String(part))
      return
    }
    if (typeof part !== 'object') return void refuse(`a ${typeof part}`)
    if (seen.has(part)) refuse('a value inside itself')
    seen.add(part)
    if (Array.isArray(part)) {
      part.forEach((item, index) => check(item, `${where}[${index}]`))
    } else {
      const prototype: unknown = Object.getPrototypeOf(part)
      if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
        const kind = Object.prototype.toString.call(part).slice(8, -1)
        refuse(kind === 'Object' ? 'an instance of a class' : `a ${kind}`)
      }
      if (Object.getOwnPropertySymbols(part).length > 0) refuse('an object with symbols')
      for (const [key, item] of Object.entries(part)) {
        if (item !== undefined) check(item, `${where}.${key}`)
      }
    }
    seen.delete(part)
  }
  if (value !== undefined) check(value, path)
}
