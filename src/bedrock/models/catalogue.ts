/** The catalogue of models with their prices. A bundle of its own: import it only through `prices.ts`. */
export { AMAZON_BEDROCK_MODELS } from '@earendil-works/pi-ai/providers/amazon-bedrock.models';
