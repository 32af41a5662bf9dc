import { randomInt } from 'node:crypto'
import { weaknessOf } from '#kernel/people/password-rules.ts'

/** Short words nobody takes for another; 256 of them, eight bits each. */
const words =
  'acorn agate alder amber anchor anvil apron arbor arrow aspen atlas attic autumn badge bagel balcony bamboo banjo barley basil basket beacon beaver beech bellow berry birch bison blossom bobbin bolster bonnet border boulder bramble breeze brick bridge brook bucket buckle bugle button cabin cactus canal candle canoe canyon carbon carpet castle cedar cello chalk cherry chestnut chimney cider cinder circus citron clay cliff clover cobalt cocoa comet compass copper coral cotton cradle crane crater creek cricket crimson crystal cumin curtain cypress daisy damson delta desert dolphin donkey dragon drawer drizzle drummer dune eagle easel ember emerald engine falcon feather fennel fern ferry fiddle field finch fjord flannel flint flute forest fossil fountain foxglove freckle frost gable galaxy garden garlic garnet gecko geyser ginger glacier glider goblet gondola granite gravel grove guitar gull hammock harbour hazel heather hedge helmet heron hickory hollow honey horizon hornet island ivory jacket jasmine jelly jigsaw juniper kayak kernel kettle kiosk kitten ladder lagoon lantern larch lattice laurel lavender lemon lentil lichen lilac linen lizard locket lotus lumber magnet magpie mango maple marble meadow melon merlin mineral mirror mitten monsoon mosaic mountain muffin nectar nettle nickel nutmeg oasis oatmeal ocean olive onyx opal orbit orchard orchid otter oyster paddle panther paprika parcel parsley pebble pelican pepper petal pewter piano pigeon pillow pine pistachio planet plaza plum pocket pollen poplar poppy prairie pumpkin quartz quince quiver rabbit radish raven reed ribbon river rocket rosemary saddle saffron sail salmon sandal sapphire scarf'
    .split(' ')
    .slice(0, 256)

/** Five words and four digits, about 53 bits; drawn again in the rare case that the house’s own rules call it weak. */
export function drawPassphrase(): string {
  for (;;) {
    const drawn = Array.from({ length: 5 }, () => words[randomInt(words.length)] ?? '')
    const phrase = `${drawn.join('-')}-${String(randomInt(10_000)).padStart(4, '0')}`
    if (weaknessOf(phrase) === null) return phrase
  }
}
