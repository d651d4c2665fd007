import assert from 'node:assert/strict';
import { masked } from '../../src/masked.ts';

describe('a text without account ids', () => {
  it('keeps the last four digits of an id and no others, wherever it stands', () => {
    assert.equal(masked('123456789012'), '••••••••9012');
    assert.equal(
      masked('arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/x'),
      'arn:aws:bedrock:us-east-1:••••••••9012:application-inference-profile/x',
    );
    assert.equal(masked('12345678901234567'), '••••••••4567');
    assert.equal(
      masked('anthropic.claude-sonnet-4-5-20250929-v1:0'),
      'anthropic.claude-sonnet-4-5-20250929-v1:0',
    );
  });
});
