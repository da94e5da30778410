/** What Jackson does with lists, handles and arrays: by itself, and with the library's module. */
package dev.holstein.jackson;
