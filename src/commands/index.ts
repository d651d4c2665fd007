/** Every command. */
import { addFallbackModel } from './addFallbackModel.ts';
import { addModelToConfig } from './addModelToConfig.ts';
import { checkConfig } from './checkConfig.ts';
import { chooseConfig } from './chooseConfig.ts';
import { configureDiscovery } from './configureDiscovery.ts';
import { createConfig } from './createConfig.ts';
import { installPlugin } from './installPlugin.ts';
import { migrateDiscovery } from './migrateDiscovery.ts';
import { openConfig } from './openConfig.ts';
import { refreshModels } from './refreshModels.ts';
import { removeFallbackModel } from './removeFallbackModel.ts';
import { removeModelFromConfig } from './removeModelFromConfig.ts';
import { setAgentModel } from './setAgentModel.ts';
import { setAlias } from './setAlias.ts';
import { setFallbackModels } from './setFallbackModels.ts';
import { setImageModel } from './setImageModel.ts';
import { setPrimaryModel } from './setPrimaryModel.ts';
import { showLog } from './showLog.ts';
import { stopUsingInChat } from './stopUsingInChat.ts';
import { undoLastConfigChange } from './undoLastConfigChange.ts';
import { useInChat } from './useInChat.ts';
import type { Command } from './parts.ts';

export const COMMANDS: readonly Command[] = [
  addFallbackModel,
  addModelToConfig,
  checkConfig,
  chooseConfig,
  configureDiscovery,
  createConfig,
  installPlugin,
  migrateDiscovery,
  openConfig,
  refreshModels,
  removeFallbackModel,
  removeModelFromConfig,
  setAgentModel,
  setAlias,
  setFallbackModels,
  setImageModel,
  setPrimaryModel,
  showLog,
  stopUsingInChat,
  undoLastConfigChange,
  useInChat,
];
