/** A request that is refused: the HTTP status, the error's type and the service's own text. */

/** Which layer refuses: Bedrock itself, the layer in front of all services, or the one for API keys. */
export type Origin = 'bedrock' | 'front' | 'apiKeys';

export class Refusal extends Error {
  readonly status: number;
  readonly type: string;
  readonly origin: Origin;

  constructor(status: number, type: string, message: string, origin: Origin = 'bedrock') {
    super(message);
    this.status = status;
    this.type = type;
    this.origin = origin;
  }
}

/** What most refusals are. */
export function invalid(message: string): Refusal {
  return new Refusal(400, 'ValidationException', message);
}

/** A signature or credential that isn't accepted. */
export function forbidden(type: string, message: string): Refusal {
  return new Refusal(403, type, message, 'front');
}

/** A body that can't be read into the shape of the request. */
export function unreadable(message: string): Refusal {
  return new Refusal(400, 'SerializationException', message, 'front');
}
