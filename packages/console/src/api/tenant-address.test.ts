import { describe, expect, it } from 'vitest';
import { addressBase, logInAddress, tenantOfAddress } from './tenant-address.js';

describe('the tenant in an address', () => {
  it('is the part after /t/, and none for the default tenant', () => {
    expect(tenantOfAddress('/t/demo-city/console/tasks')).toBe('demo-city');
    expect(tenantOfAddress('/t/demo-city')).toBe('demo-city');
    expect(tenantOfAddress('/track')).toBeUndefined();
    expect(addressBase('/t/demo-city/my')).toBe('/t/demo-city');
    expect(addressBase('/my')).toBe('/');
  });

  it('leads to the log-in of another one', () => {
    expect(logInAddress({ id: 'demo-city', isDefault: false })).toBe('/t/demo-city/login');
    expect(logInAddress({ id: 'first', isDefault: true })).toBe('/login');
  });
});
