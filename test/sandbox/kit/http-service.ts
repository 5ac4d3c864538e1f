import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { Document } from 'openapi-backend'

import type { Answer } from './answer'
import { isObject, text } from './answer'
import { Call } from './call'
import type { Clock } from './clock'
import type { Contract, Match, Problem } from './contract'
import { contractOf } from './contract'
import { deliver } from './deliver'
import type { FaultSwitches } from './faults'
import { close, listen } from './listen'
import type { ServiceName } from './names'
import type { LoggedRequest, RequestLogBook } from './request-log'

/** What makes a service: its document, what its operations do, and how it refuses. */
export interface ServiceDefinition<Operation extends string> {
  readonly name: ServiceName
  readonly document: Document
  readonly emailFormat?: RegExp
  readonly operations: Readonly<Record<Operation, (call: Call) => Answer>>
  /** Checks that the service makes before it looks at the body's fields. */
  readonly before?: (operation: Operation, call: Call) => Answer | undefined
  /** The service's own form of "your request is not well-formed". */
  readonly refuse: (operation: Operation, problems: readonly Problem[], call: Call) => Answer
  /** Limits of this server that are tighter than its document. */
  readonly limits?: (operation: Operation, call: Call) => Answer | undefined
  /** Answers every path that is no operation of the document. */
  readonly elsewhere: (call: Call) => Answer
  /** What every answer to an operation gets at last, such as common headers. */
  readonly finish?: (answer: Answer, call: Call) => Answer
  /** The paths at which answers hold a token, for the faults about tokens. */
  readonly tokenFields: readonly string[]
  readonly faults: FaultSwitches<Operation>
}

export interface RunningService {
  /** Origin without trailing slash, always on 127.0.0.1. */
  readonly url: string
  close(): Promise<void>
}

/**
 * Serves a definition on 127.0.0.1; port 0 takes a free one. Each request is logged, matched with the
 * document, checked, performed, its answer checked too, and sent as the service's faults have it.
 */
export async function serve<Operation extends string>(
  definition: ServiceDefinition<Operation>,
  log: RequestLogBook,
  clock: Clock,
  port = 0,
): Promise<RunningService> {
  const contract = await contractOf(definition.document, definition.emailFormat)
  const server: Server = createServer((request, response) => {
    // A client that leaves while it still sends is no reason to end.
    handle(request, response).catch(() => response.destroy())
  })

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await Call.read(request)
    const match = contract.match(call.request)
    const operation =
      match !== undefined && isOperation(definition, match.operation) ? match.operation : undefined
    const entry: LoggedRequest = {
      ...{ service: definition.name, operation, at: clock.now() },
      ...{ method: call.method, path: call.path, query: call.query, headers: request.headers },
      ...{ body: call.body ?? call.rawBody, status: undefined, state: 'open' },
    }
    log.arrived(entry)
    const perform = () =>
      guarded(() =>
        match === undefined || operation === undefined
          ? definition.elsewhere(call)
          : answer(definition, contract, operation, match, call),
      )
    const { tokenFields, faults } = definition
    const status = await deliver(faults.take(operation), { response, perform, tokenFields })
    log.finished(entry, status)
  }

  const url = await listen(server, port)
  return { url, close: () => close(server) }
}

function answer<Operation extends string>(
  definition: ServiceDefinition<Operation>,
  contract: Contract,
  operation: Operation,
  match: Match,
  call: Call,
): Answer {
  call.params = match.params
  const given =
    definition.before?.(operation, call) ??
    (match.problems.length > 0
      ? definition.refuse(operation, match.problems, call)
      : (definition.limits?.(operation, call) ?? definition.operations[operation](call)))
  if (isObject(given.body)) contract.checkAnswer(operation, given.status, given.body)
  return definition.finish?.(given, call) ?? given
}

function isOperation<Operation extends string>(
  definition: ServiceDefinition<Operation>,
  name: string,
): name is Operation {
  return Object.hasOwn(definition.operations, name)
}

/** A bug of the sandbox must look like nothing that a service would say. */
function guarded(perform: () => Answer): Answer {
  try {
    return perform()
  } catch (error) {
    return text(`sandbox bug: ${error instanceof Error ? error.message : 'unknown'}`, 599)
  }
}
