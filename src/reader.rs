//! Reads what the build wrote with postcard.
//!
//! A reader of anybody's bytes has a way back from each field, on which it drops all that it has read: for an edition that is
//! more code than reading it. This one has none, so it is only for bytes that are known to be those that the build wrote: the
//! page compares each file with the hash in its name (`edition.js`), and the names are those that the build put in the page.

use std::fmt;

use serde::de::{self, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, SeqAccess, VariantAccess, Visitor};

/// What the build wrote.
///
/// # Panics
/// Where the bytes are not those that the build wrote of a `T`.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> T {
    let Ok(read) = T::deserialize(&mut Reader(bytes));
    read
}

/// What does not happen.
#[derive(Debug)]
enum Never {}

impl fmt::Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

impl de::Error for Never {
    fn custom<T: fmt::Display>(_: T) -> Self {
        other_bytes()
    }

    fn invalid_length(_: usize, _: &dyn de::Expected) -> Self {
        other_bytes()
    }

    fn invalid_value(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Self {
        other_bytes()
    }

    fn invalid_type(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Self {
        other_bytes()
    }
}

#[cold]
fn other_bytes() -> ! {
    // Cannot fail: whoever asks has the bytes of the build.
    panic!("these are not the bytes that the build wrote");
}

/// The bytes that are not read yet.
struct Reader<'de>(&'de [u8]);

impl<'de> Reader<'de> {
    fn take(&mut self, count: usize) -> &'de [u8] {
        let Some((taken, left)) = self.0.split_at_checked(count) else { other_bytes() };
        self.0 = left;
        taken
    }

    fn byte(&mut self) -> u8 {
        let Some((byte, left)) = self.0.split_first() else { other_bytes() };
        self.0 = left;
        *byte
    }

    /// A number in groups of seven bits, the lowest first; all but the last have the eighth bit.
    fn number(&mut self) -> u64 {
        let mut number = 0;
        for group in 0..10 {
            let byte = self.byte();
            number |= u64::from(byte & 0x7f) << (7 * group);
            if byte < 0x80 {
                return number;
            }
        }
        other_bytes()
    }

    /// A number that may be below zero: 0, −1, 1, −2, 2 and so on, by its place.
    fn signed(&mut self) -> i64 {
        let number = self.number();
        (number >> 1) as i64 ^ -((number & 1) as i64)
    }

    fn count(&mut self) -> usize {
        self.number() as usize
    }

    fn text(&mut self) -> &'de str {
        let count = self.count();
        std::str::from_utf8(self.take(count)).unwrap_or_else(|_| other_bytes())
    }
}

/// For each kind of value what reads it.
macro_rules! reads {
    ($($kind:ident, $visit:ident, $read:expr;)*) => {
        $(fn $kind<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
            let read: fn(&mut Reader<'de>) -> _ = $read;
            visitor.$visit(read(self))
        })*
    };
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Never;

    reads! {
        deserialize_bool, visit_bool, |bytes| bytes.byte() != 0;
        deserialize_u8, visit_u8, Reader::byte;
        deserialize_u16, visit_u64, Reader::number;
        deserialize_u32, visit_u64, Reader::number;
        deserialize_u64, visit_u64, Reader::number;
        deserialize_i16, visit_i64, Reader::signed;
        deserialize_i32, visit_i64, Reader::signed;
        deserialize_i64, visit_i64, Reader::signed;
        deserialize_identifier, visit_u64, Reader::number;
        deserialize_str, visit_borrowed_str, Reader::text;
        deserialize_string, visit_borrowed_str, Reader::text;
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        if self.byte() == 0 { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        let left = self.count();
        visitor.visit_seq(List { bytes: self, left })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields(self))
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields(self))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields(self))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_enum(self)
    }

    // No type of an edition is written so, and of anything the bytes do not tell what it is.
    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Never> {
        other_bytes()
    }

    serde::forward_to_deserialize_any! { i8 i128 u128 f32 f64 char bytes byte_buf unit_struct map ignored_any }
}

/// What is written one after the other: a struct knows how many it has.
struct Fields<'r, 'de>(&'r mut Reader<'de>);

impl<'de> SeqAccess<'de> for Fields<'_, 'de> {
    type Error = Never;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Never> {
        seed.deserialize(&mut *self.0).map(Some)
    }
}

/// What is written behind how many there are.
struct List<'r, 'de> {
    bytes: &'r mut Reader<'de>,
    left: usize,
}

impl<'de> SeqAccess<'de> for List<'_, 'de> {
    type Error = Never;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Never> {
        let Some(left) = self.left.checked_sub(1) else { return Ok(None) };
        self.left = left;
        seed.deserialize(&mut *self.bytes).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

impl<'de> EnumAccess<'de> for &mut Reader<'de> {
    type Error = Never;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Never> {
        let Ok(variant) = seed.deserialize(&mut *self);
        Ok((variant, self))
    }
}

impl<'de> VariantAccess<'de> for &mut Reader<'de> {
    type Error = Never;

    fn unit_variant(self) -> Result<(), Never> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Never> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields(self))
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields(self))
    }
}
