import * as z from 'zod';

/** How a packet can leave. Which one is settled when the candidate is made: its limits hold for what is approved. */
export const DELIVERY_CHANNELS = ['file_drop', 'print_and_mail', 'portal', 'sftp'] as const;
export const deliveryChannelSchema = z.enum(DELIVERY_CHANNELS);
export type DeliveryChannel = z.infer<typeof deliveryChannelSchema>;
