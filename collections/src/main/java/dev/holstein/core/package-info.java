/**
 * Internal: the few things that every structure of this library stands on. Nothing here knows a structure or a face.
 *
 * <ul>
 *   <li>{@link dev.holstein.core.Owner}: the identity token that says who may edit a node in place.
 *   <li>{@link dev.holstein.core.Ownership}: the token of one mutable face, and the reasons to renew it (a snapshot, a
 *       copy, an unfinished iterator), with the guard against recursive and two-threaded writes.
 *   <li>{@link dev.holstein.core.Published}: the one cell through which a concurrent face publishes its versions.
 *   <li>{@link dev.holstein.core.Versions}: that cell with the monitor of its writers, and versions of several faces together.
 *   <li>{@link dev.holstein.core.Groups}: how a group reads and writes a face whose room it does not know.
 *   <li>{@link dev.holstein.core.Slots}: insert, remove and concatenate on arrays, by copy and in place.
 *   <li>{@link dev.holstein.core.Checks}: one vocabulary of messages.
 *   <li>{@link dev.holstein.core.NodeGraphs}: how a report walks the nodes of a structure whose room it does not know.
 * </ul>
 *
 * <h2>The rule of three steps: share, protect, copy on write</h2>
 *
 * A structure is a tree of nodes; each node bears the token of the edit that made it. A write asks one question of each
 * node on its path: <em>is this node mine alone?</em>
 *
 * <pre>
 *   node.owner == edit.owner    yes: write in place       no: copy the node once, write into the copy
 * </pre>
 *
 * Sharing is therefore O(1) and touches no node: {@code snapshot()} forgets the token, and from then on no node matches.
 * A token is made by one face and stored only in nodes that this face made since, so a node that bears the present token
 * has only ancestors that bear it too: whoever may edit a leaf in place may edit the whole path above it in place.
 *
 * <p>The idea is that of shadowing (Rodeh, <cite>B-trees, Shadowing, and Clones</cite>, 2008, section 3) with transience by
 * identity tokens (L'orange, <cite>Improving RRB-Tree Performance through Transience</cite>, 2014, chapter 3), without the
 * thread that those tokens hold.
 */
@NullMarked
package dev.holstein.core;

import org.jspecify.annotations.NullMarked;
