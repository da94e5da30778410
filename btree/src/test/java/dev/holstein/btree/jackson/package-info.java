/** What Jackson does with sorted maps and sets: by itself, and with the library's module; and the library without Jackson. */
package dev.holstein.btree.jackson;
