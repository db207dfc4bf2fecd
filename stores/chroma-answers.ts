/** Whether a Chroma server answers at an address, within a second unless it is given longer. */
export async function chromaAnswers(url: string, limitMs = 1_000): Promise<boolean> {
  try {
    const response = await fetch(new URL('/api/v2/heartbeat', url), { signal: AbortSignal.timeout(limitMs) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
