/** The catalogue of models with their limits and prices. A bundle of its own: import it only through `figures.ts`. */
export { AMAZON_BEDROCK_MODELS } from '@earendil-works/pi-ai/providers/amazon-bedrock.models';
