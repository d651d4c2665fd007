/** The ids in a list of models as OpenAI's `/models` answers it. */

/** Those of models to talk to, each once, in the list's order; undefined for what is no such list. */
export function modelIds(answer: unknown): string[] | undefined {
  const list = Array.isArray(answer) ? (answer as unknown[]) : (answer as { data?: unknown } | null)?.data;
  if (!Array.isArray(list)) return undefined;
  const ids = list.map((model: unknown) => (model as { id?: unknown } | null)?.id);
  if (list.length > 0 && !ids.some(id => typeof id === 'string')) return undefined;
  const texts = ids.flatMap(id => (typeof id === 'string' && id.trim() ? [id.trim()] : []));
  // LiteLLM lists routes such as `bedrock/*` beside models.
  return [...new Set(texts)].filter(id => !id.includes('*'));
}

/** Whether its name says that a model is for another task than talking. */
export function isForOtherTasks(id: string): boolean {
  return /embed|rerank|moderation|whisper|(^|[^a-z])(tts|image|canvas|diffusion)([^a-z]|$)/i.test(id);
}
