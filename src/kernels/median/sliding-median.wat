;; The sliding median of compiled-median.ts: sorting by distribution, then a sweep of a window over a set of ranks.
;; Loops run over a part of their range at a time: V8 exchanges a function for its optimised code between two calls only.
(module
  (import "env" "memory" (memory 1 65536))

  ;; Addresses of the levels of the set, the lowest first, are a table of i32 at $levels; words of all levels are i64.
  (global $levels (mut i32) (i32.const 0))
  (global $set (mut i32) (i32.const 0))
  ;; The rank of the median of the window.
  (global $median (mut i32) (i32.const 0))

  (func (export "useSet") (param $table i32)
    (global.set $levels (local.get $table))
    (global.set $set (i32.load (local.get $table))))

  ;; Writes an element for each value, its key in the upper half and its index in the lower; counts the three digits of the keys.
  ;; The key is 30 bits of the value's pattern less $base, without the $shift bits at its end.
  (func (export "makeElements")
    (param $values i32) (param $elements i32) (param $counts i32) (param $base i64) (param $shift i64) (param $i i32) (param $end i32)
    (local $key i32) (local $digit i32)
    (loop $next
      (local.set $key (i32.and (i32.const 0x3fffffff) (i32.wrap_i64 (i64.shr_u
        (i64.sub (i64.load (i32.add (local.get $values) (i32.shl (local.get $i) (i32.const 3)))) (local.get $base))
        (local.get $shift)))))
      (i64.store (i32.add (local.get $elements) (i32.shl (local.get $i) (i32.const 3)))
        (i64.or (i64.shl (i64.extend_i32_u (local.get $key)) (i64.const 32)) (i64.extend_i32_u (local.get $i))))
      (local.set $digit (i32.add (local.get $counts) (i32.shl (i32.and (local.get $key) (i32.const 1023)) (i32.const 2))))
      (i32.store (local.get $digit) (i32.add (i32.load (local.get $digit)) (i32.const 1)))
      (local.set $digit (i32.add (local.get $counts)
        (i32.and (i32.shr_u (local.get $key) (i32.const 8)) (i32.const 0xffc))))
      (i32.store offset=4096 (local.get $digit) (i32.add (i32.load offset=4096 (local.get $digit)) (i32.const 1)))
      (local.set $digit (i32.add (local.get $counts)
        (i32.and (i32.shr_u (local.get $key) (i32.const 18)) (i32.const 0xffc))))
      (i32.store offset=8192 (local.get $digit) (i32.add (i32.load offset=8192 (local.get $digit)) (i32.const 1)))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $i) (local.get $end)))))

  ;; One pass of the sort: each element goes to the next free address of its digit, which begins at bit $shift.
  (func (export "scatter") (param $source i32) (param $free i32) (param $shift i64) (param $i i32) (param $end i32)
    (local $element i64) (local $slot i32) (local $place i32)
    (local.set $i (i32.add (local.get $source) (i32.shl (local.get $i) (i32.const 3))))
    (local.set $end (i32.add (local.get $source) (i32.shl (local.get $end) (i32.const 3))))
    (loop $next
      (local.set $element (i64.load (local.get $i)))
      (local.set $slot (i32.add (local.get $free)
        (i32.and (i32.wrap_i64 (i64.shr_u (local.get $element) (local.get $shift))) (i32.const 0xffc))))
      (local.set $place (i32.load (local.get $slot)))
      (i32.store (local.get $slot) (i32.add (local.get $place) (i32.const 8)))
      (i64.store (local.get $place) (local.get $element))
      (local.set $i (i32.add (local.get $i) (i32.const 8)))
      (br_if $next (i32.lt_u (local.get $i) (local.get $end)))))

  ;; Writes the index and the value of each element, in order; where equal keys stand for values out of order, moves them by insertion.
  ;; $order may begin where the elements do. Gives how many moves that took.
  (func (export "takeOrder")
    (param $elements i32) (param $values i32) (param $order i32) (param $sorted i32) (param $r i32) (param $end i32) (param $movesMax i32)
    (result i32)
    (local $index i32) (local $value f64) (local $q i32) (local $moves i32)
    (loop $next
      (local.set $index (i32.load (i32.add (local.get $elements) (i32.shl (local.get $r) (i32.const 3)))))
      (local.set $value (f64.load (i32.add (local.get $values) (i32.shl (local.get $index) (i32.const 3)))))
      (local.set $q (local.get $r))
      (block $placed
        (loop $back
          (br_if $placed (i32.eqz (local.get $q)))
          (br_if $placed (i32.eqz (f64.gt
            (f64.load (i32.sub (i32.add (local.get $sorted) (i32.shl (local.get $q) (i32.const 3))) (i32.const 8)))
            (local.get $value))))
          (f64.store (i32.add (local.get $sorted) (i32.shl (local.get $q) (i32.const 3)))
            (f64.load (i32.sub (i32.add (local.get $sorted) (i32.shl (local.get $q) (i32.const 3))) (i32.const 8))))
          (i32.store (i32.add (local.get $order) (i32.shl (local.get $q) (i32.const 2)))
            (i32.load (i32.sub (i32.add (local.get $order) (i32.shl (local.get $q) (i32.const 2))) (i32.const 4))))
          (local.set $q (i32.sub (local.get $q) (i32.const 1)))
          (local.set $moves (i32.add (local.get $moves) (i32.const 1)))
          (br_if $back (i32.lt_u (local.get $moves) (local.get $movesMax)))
          (return (local.get $moves))))
      (f64.store (i32.add (local.get $sorted) (i32.shl (local.get $q) (i32.const 3))) (local.get $value))
      (i32.store (i32.add (local.get $order) (i32.shl (local.get $q) (i32.const 2))) (local.get $index))
      (local.set $r (i32.add (local.get $r) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $r) (local.get $end))))
    (local.get $moves))

  ;; rank[order[r]] = r
  (func (export "invert") (param $order i32) (param $rank i32) (param $r i32) (param $end i32)
    (loop $next
      (i32.store
        (i32.add (local.get $rank) (i32.shl (i32.load (i32.add (local.get $order) (i32.shl (local.get $r) (i32.const 2)))) (i32.const 2)))
        (local.get $r))
      (local.set $r (i32.add (local.get $r) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $r) (local.get $end)))))

  (func $add (param $rank i32)
    (local $at i32) (local $before i64)
    (local.set $at (i32.add (global.get $set) (i32.shl (i32.shr_u (local.get $rank) (i32.const 6)) (i32.const 3))))
    (local.set $before (i64.load (local.get $at)))
    (i64.store (local.get $at)
      (i64.or (local.get $before) (i64.shl (i64.const 1) (i64.extend_i32_u (local.get $rank)))))
    (if (i64.eqz (local.get $before)) (then (call $addAbove (i32.shr_u (local.get $rank) (i32.const 6))))))

  ;; Marks a word that is no longer empty in the levels above.
  (func $addAbove (param $position i32)
    (local $level i32) (local $at i32) (local $before i64)
    (local.set $level (i32.add (global.get $levels) (i32.const 4)))
    (loop $up
      (if (i32.eqz (i32.load (local.get $level))) (then (return)))
      (local.set $at (i32.add (i32.load (local.get $level))
        (i32.shl (i32.shr_u (local.get $position) (i32.const 6)) (i32.const 3))))
      (local.set $before (i64.load (local.get $at)))
      (i64.store (local.get $at)
        (i64.or (local.get $before) (i64.shl (i64.const 1) (i64.extend_i32_u (local.get $position)))))
      (local.set $position (i32.shr_u (local.get $position) (i32.const 6)))
      (local.set $level (i32.add (local.get $level) (i32.const 4)))
      (br_if $up (i64.eqz (local.get $before)))))

  (func $remove (param $rank i32)
    (local $at i32) (local $after i64)
    (local.set $at (i32.add (global.get $set) (i32.shl (i32.shr_u (local.get $rank) (i32.const 6)) (i32.const 3))))
    (local.set $after (i64.and (i64.load (local.get $at))
      (i64.xor (i64.shl (i64.const 1) (i64.extend_i32_u (local.get $rank))) (i64.const -1))))
    (i64.store (local.get $at) (local.get $after))
    (if (i64.eqz (local.get $after)) (then (call $removeAbove (i32.shr_u (local.get $rank) (i32.const 6))))))

  ;; Marks a word that is empty now in the levels above.
  (func $removeAbove (param $position i32)
    (local $level i32) (local $at i32) (local $after i64)
    (local.set $level (i32.add (global.get $levels) (i32.const 4)))
    (loop $up
      (if (i32.eqz (i32.load (local.get $level))) (then (return)))
      (local.set $at (i32.add (i32.load (local.get $level))
        (i32.shl (i32.shr_u (local.get $position) (i32.const 6)) (i32.const 3))))
      (local.set $after (i64.and (i64.load (local.get $at))
        (i64.xor (i64.shl (i64.const 1) (i64.extend_i32_u (local.get $position))) (i64.const -1))))
      (i64.store (local.get $at) (local.get $after))
      (local.set $position (i32.shr_u (local.get $position) (i32.const 6)))
      (local.set $level (i32.add (local.get $level) (i32.const 4)))
      (br_if $up (i64.eqz (local.get $after)))))

  ;; The smallest member in a word after the one at $position, where there is one.
  (func $firstAfter (param $position i32) (result i32)
    (local $level i32) (local $word i64)
    (local.set $level (global.get $levels))
    (loop $up
      (local.set $level (i32.add (local.get $level) (i32.const 4)))
      (if (i32.eqz (i32.load (local.get $level))) (then (unreachable)))
      (local.set $word (i64.and
        (i64.load (i32.add (i32.load (local.get $level)) (i32.shl (i32.shr_u (local.get $position) (i32.const 6)) (i32.const 3))))
        (i64.shl (i64.const -2) (i64.extend_i32_u (local.get $position)))))
      (if (i64.eqz (local.get $word)) (then
        (local.set $position (i32.shr_u (local.get $position) (i32.const 6)))
        (br $up))))
    (local.set $position (i32.add (i32.and (local.get $position) (i32.const -64)) (i32.wrap_i64 (i64.ctz (local.get $word)))))
    (loop $down
      (local.set $level (i32.sub (local.get $level) (i32.const 4)))
      (local.set $position (i32.add (i32.shl (local.get $position) (i32.const 6)) (i32.wrap_i64 (i64.ctz
        (i64.load (i32.add (i32.load (local.get $level)) (i32.shl (local.get $position) (i32.const 3))))))))
      (br_if $down (i32.gt_u (local.get $level) (global.get $levels))))
    (local.get $position))

  ;; The largest member in a word before the one at $position, where there is one.
  (func $lastBefore (param $position i32) (result i32)
    (local $level i32) (local $word i64)
    (local.set $level (global.get $levels))
    (loop $up
      (local.set $level (i32.add (local.get $level) (i32.const 4)))
      (if (i32.eqz (i32.load (local.get $level))) (then (unreachable)))
      (local.set $word (i64.and
        (i64.load (i32.add (i32.load (local.get $level)) (i32.shl (i32.shr_u (local.get $position) (i32.const 6)) (i32.const 3))))
        (i64.sub (i64.shl (i64.const 1) (i64.extend_i32_u (local.get $position))) (i64.const 1))))
      (if (i64.eqz (local.get $word)) (then
        (local.set $position (i32.shr_u (local.get $position) (i32.const 6)))
        (br $up))))
    (local.set $position (i32.sub (i32.or (local.get $position) (i32.const 63)) (i32.wrap_i64 (i64.clz (local.get $word)))))
    (loop $down
      (local.set $level (i32.sub (local.get $level) (i32.const 4)))
      (local.set $position (i32.sub (i32.or (i32.shl (local.get $position) (i32.const 6)) (i32.const 63)) (i32.wrap_i64 (i64.clz
        (i64.load (i32.add (i32.load (local.get $level)) (i32.shl (local.get $position) (i32.const 3))))))))
      (br_if $down (i32.gt_u (local.get $level) (global.get $levels))))
    (local.get $position))

  (func (export "addRanks") (param $rank i32) (param $i i32) (param $end i32)
    (loop $next
      (call $add (i32.load (i32.add (local.get $rank) (i32.shl (local.get $i) (i32.const 2)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $i) (local.get $end)))))

  ;; Makes the member with $below members below it the median.
  (func (export "findMedian") (param $below i32)
    (local $at i32) (local $word i64) (local $count i32)
    (local.set $at (global.get $set))
    (block $found
      (loop $next
        (local.set $word (i64.load (local.get $at)))
        (local.set $count (i32.wrap_i64 (i64.popcnt (local.get $word))))
        (br_if $found (i32.lt_u (local.get $below) (local.get $count)))
        (local.set $below (i32.sub (local.get $below) (local.get $count)))
        (local.set $at (i32.add (local.get $at) (i32.const 8)))
        (br $next)))
    (block $reached
      (loop $next
        (br_if $reached (i32.eqz (local.get $below)))
        ;; Without its lowest bit.
        (local.set $word (i64.and (local.get $word) (i64.sub (local.get $word) (i64.const 1))))
        (local.set $below (i32.sub (local.get $below) (i32.const 1)))
        (br $next)))
    (global.set $median (i32.add
      (i32.shl (i32.sub (local.get $at) (global.get $set)) (i32.const 3))
      (i32.wrap_i64 (i64.ctz (local.get $word))))))

  (func (export "writeMedian") (param $sorted i32) (param $out i32)
    (f64.store (local.get $out)
      (f64.load (i32.add (local.get $sorted) (i32.shl (global.get $median) (i32.const 3))))))

  ;; Moves a window of $width ranks to the places $i … $end − 1, and writes the median of each.
  (func (export "slide") (param $rank i32) (param $width i32) (param $sorted i32) (param $out i32) (param $i i32) (param $end i32)
    (local $median i32) (local $added i32) (local $gone i32) (local $word i64) (local $bit i64) (local $found i64)
    (local $up i32) (local $down i32)
    (local.set $median (global.get $median))
    (loop $next
      (local.set $gone (i32.load (i32.sub (i32.add (local.get $rank) (i32.shl (local.get $i) (i32.const 2))) (i32.const 4))))
      (local.set $added (i32.load (i32.sub
        (i32.add (local.get $rank) (i32.shl (i32.add (local.get $i) (local.get $width)) (i32.const 2))) (i32.const 4))))
      (call $add (local.get $added))
      ;; The median moves to a neighbour where one side gains a member and the other, or the median itself, loses one. No branch
      ;; predictor can guess which, so the bit of the next median in its word is selected.
      (local.set $down (i32.and (i32.lt_u (local.get $added) (local.get $median)) (i32.ge_u (local.get $gone) (local.get $median))))
      (local.set $up (i32.and (i32.gt_u (local.get $added) (local.get $median)) (i32.le_u (local.get $gone) (local.get $median))))
      (local.set $word (i64.load (i32.add (global.get $set) (i32.shl (i32.shr_u (local.get $median) (i32.const 6)) (i32.const 3)))))
      (local.set $bit (i64.shl (i64.const 1) (i64.extend_i32_u (local.get $median))))
      (local.set $found (i64.and (local.get $word) (i64.sub (i64.const 0) (i64.shl (local.get $bit) (i64.const 1)))))
      (local.set $found (i64.and (local.get $found) (i64.sub (i64.const 0) (local.get $found))))
      (local.set $found (select
        (i64.and (local.get $word) (i64.sub (local.get $bit) (i64.const 1)))
        (select (local.get $found) (local.get $bit) (local.get $up))
        (local.get $down)))
      (if (i64.ne (local.get $found) (i64.const 0))
        (then (local.set $median
          (i32.sub (i32.or (local.get $median) (i32.const 63)) (i32.wrap_i64 (i64.clz (local.get $found))))))
        (else (if (local.get $down)
          (then (local.set $median (call $lastBefore (i32.shr_u (local.get $median) (i32.const 6)))))
          (else (local.set $median (call $firstAfter (i32.shr_u (local.get $median) (i32.const 6))))))))
      (call $remove (local.get $gone))
      (f64.store (i32.add (local.get $out) (i32.shl (local.get $i) (i32.const 3)))
        (f64.load (i32.add (local.get $sorted) (i32.shl (local.get $median) (i32.const 3)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $i) (local.get $end))))
    (global.set $median (local.get $median))))
