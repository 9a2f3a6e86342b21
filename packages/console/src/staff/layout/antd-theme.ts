import type { ThemeConfig } from 'antd';

/** antd with the product's own colours: its defaults fail contrast for borders, placeholders and status text. */
export const antdTheme: ThemeConfig = {
  token: {
    colorPrimary: '#0958d9',
    colorLink: '#0958d9',
    colorError: '#a8071a',
    colorWarning: '#874d00',
    colorSuccess: '#237804',
    colorText: '#1f1f1f',
    colorTextSecondary: '#595959',
    colorTextDescription: '#595959',
    colorTextPlaceholder: '#6b6b6b',
    colorTextDisabled: '#6b6b6b',
    colorBorder: '#8c8c8c',
    borderRadius: 6,
    fontSize: 14,
    controlHeight: 32,
    fontFamily: '"PingFang SC","HarmonyOS Sans SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif',
    motion: false,
  },
};
