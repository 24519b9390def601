// Made from the official SDK by ./tarn api-types; a test compares the two. Do not edit.

export type Map = Record<string, never>;
