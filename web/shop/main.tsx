/** @jsxImportSource preact */
import { render } from 'preact';
import { applyTheme, readTheme } from '../design/theme.ts';
import { pickLocale } from '../i18n/dictionary.ts';
import { Page } from './page.tsx';
import './shop.css';

applyTheme(readTheme());
const place = document.getElementById('shop');
if (place)
  render(<Page firstLocale={pickLocale([localStorage.getItem('kefu:locale'), ...navigator.languages])} />, place);
